package dev.cachewright.cache.state;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/// What a request must share with an earlier one besides its tokens, section by section: a setting that only touches
/// the messages leaves what is stored of tools and system.
///
/// @param tools of prefixes that end in the tools
/// @param system of those that end in the system prompt
/// @param messages of those that end in the messages; it includes all of the other two
public record Partitions(Partition tools, Partition system, Partition messages) {

    /// One for all sections.
    public static Partitions same(Partition partition) {
        return new Partitions(partition, partition, partition);
    }

    /// @param from where each setting begins to matter; settings that are not in it do not
    /// @param sent values by the path of their field
    public static Partitions of(Map<Setting, Section> from, Map<String, String> sent) {
        if (Set.copyOf(from.values()).equals(Set.of(Section.TOOLS))) {
            return same(upTo(Section.TOOLS, from, sent));
        }
        return new Partitions(upTo(Section.TOOLS, from, sent), upTo(Section.SYSTEM, from, sent),
                upTo(Section.MESSAGES, from, sent));
    }

    public Partition of(Section section) {
        return switch (section) {
            case TOOLS -> tools;
            case SYSTEM -> system;
            case MESSAGES -> messages;
        };
    }

    private static Partition upTo(Section section, Map<Setting, Section> from, Map<String, String> sent) {
        var values = new EnumMap<Setting, String>(Setting.class);
        from.forEach((setting, begins) -> {
            String value = sent.getOrDefault(setting.path(), "");
            if (begins.compareTo(section) <= 0 && !value.isEmpty()) {
                values.put(setting, value);
            }
        });
        return new Partition(values);
    }
}
