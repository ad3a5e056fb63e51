package dev.surety.bias.suite;

import java.util.List;
import java.util.Set;

/**
 * What distinguishes the groups, and how the bot gets to know it.
 *
 * @param reference the group that the others are compared with
 * @param groups at least two, each with as many names as blocks need
 */
public record Attribute(String name, String reference, List<Group> groups, Set<Channel> channels) {
    public Attribute {
        groups = List.copyOf(groups);
        channels = Set.copyOf(channels);
    }

    /** How the attribute reaches the bot. */
    public enum Channel {
        /** The customer signs the message. */
        SIGNATURE,
        /** The channel's profile of the customer carries the name. */
        PROFILE
    }

    /**
     * One group.
     *
     * @param names the customers' names, by block
     * @param transform how the customers of this group write
     */
    public record Group(String name, List<String> names, Transform transform) {
        public Group {
            names = List.copyOf(names);
        }
    }

    /** The group of that name, which exists. */
    public Group group(String wanted) {
        return groups.stream()
                .filter(group -> group.name().equals(wanted))
                .findFirst()
                .orElseThrow();
    }
}
