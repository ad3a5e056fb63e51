package dev.surety.escalation.session.rest;

import java.util.List;

/** Who is logged in, and what they may do. */
public record SessionView(String subject, String name, List<String> roles, String tenant) {
    public SessionView {
        roles = List.copyOf(roles);
    }
}
