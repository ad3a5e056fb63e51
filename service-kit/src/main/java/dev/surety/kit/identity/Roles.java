package dev.surety.kit.identity;

/** The roles that a token can carry; what each may do stands at the calls. */
public final class Roles {
    /** A channel or bot that asks for decisions. */
    public static final String INTEGRATOR = "integrator";

    /** A person who works cases. */
    public static final String AGENT = "agent";

    /** A person who approves drafts. */
    public static final String REVIEWER = "reviewer";

    /** A person who leads agents. */
    public static final String LEAD = "lead";

    /** A person who writes policies. */
    public static final String POLICY_AUTHOR = "policy-author";

    /** A second person, who approves policies. */
    public static final String POLICY_APPROVER = "policy-approver";

    /** A person who answers for compliance. */
    public static final String COMPLIANCE = "compliance";

    /** A person who checks the log. */
    public static final String AUDITOR = "auditor";

    /** A person who runs fairness suites. */
    public static final String BIAS_OPERATOR = "bias-operator";

    /** A person who decides about fairness waivers. */
    public static final String BIAS_APPROVER = "bias-approver";

    /** A person who operates the platform. */
    public static final String PLATFORM_ADMIN = "platform-admin";

    private Roles() {}
}
