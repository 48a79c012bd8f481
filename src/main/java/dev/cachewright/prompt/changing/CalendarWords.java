package dev.cachewright.prompt.changing;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The names of months and days, in English, German, French, Spanish, Italian and Portuguese.
final class CalendarWords {

    static final Set<String> MONTHS = words("""
            jan january feb february mar march apr april may jun june jul july aug august sep sept september
            oct october nov november dec december
            januar jänner februar märz mär mai juni juli oktober okt dezember dez
            janvier janv février févr fév mars avril avr juin juillet juil août septembre octobre novembre décembre déc
            enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre ene abr ago dic
            gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre gen mag giu lug set ott
            janeiro fevereiro março maio junho julho setembro outubro novembro dezembro fev out
            """);
    static final Set<String> DAYS = words("""
            mon monday tue tues tuesday wed wednesday thu thurs thursday fri friday sat saturday sun sunday
            montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so
            lundi mardi mercredi jeudi vendredi samedi dimanche
            lunes martes miércoles jueves viernes sábado domingo
            lunedì martedì mercoledì giovedì venerdì sabato domenica
            """);

    private CalendarWords() {
    }

    static Set<String> words(String text) {
        return Set.copyOf(List.of(text.strip().split("\\s+")));
    }

    static boolean isMonth(String word) {
        return MONTHS.contains(word.toLowerCase(Locale.ROOT));
    }

    static boolean isDay(String word) {
        return DAYS.contains(word.toLowerCase(Locale.ROOT));
    }

    /// The words as alternatives of a pattern, the longest first.
    static String alternatives(Collection<String> words) {
        return words.stream().sorted(Comparator.comparing(String::length).reversed().thenComparing(word -> word))
                .map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")"));
    }
}
