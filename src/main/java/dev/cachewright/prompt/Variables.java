package dev.cachewright.prompt;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Which variables a prompt uses, and how its data set meets them.
///
/// @param used in the order of their first use
/// @param missing used, but given neither by every row nor by a default
/// @param unused columns of the data set that no block uses
public record Variables(List<String> used, List<String> missing, List<String> unused) {

    /// Columns of recorded calls that are no values: when they were made, and what of them no block holds.
    private static final String OWN = "@";

    public Variables {
        used = List.copyOf(used);
        missing = List.copyOf(missing);
        unused = List.copyOf(unused);
    }

    public static Variables of(Prompt prompt, Values values) {
        var used = new LinkedHashSet<String>();
        prompt.blocks().forEach(block -> used.addAll(block.template().variables()));
        var missing = used.stream().filter(name -> !isGiven(name, prompt, values)).toList();
        Set<String> roots = new LinkedHashSet<>();
        used.forEach(name -> roots.add(name.split("\\.")[0]));
        var unused = values.columns().stream().filter(name -> !used.contains(name) && !roots.contains(name)
                && !name.startsWith(OWN)).toList();
        return new Variables(new ArrayList<>(used), missing, unused);
    }

    private static boolean isGiven(String name, Prompt prompt, Values values) {
        return values.rowsOrEmpty().stream().allMatch(row -> row.at(name, prompt.defaults()).isPresent());
    }
}
