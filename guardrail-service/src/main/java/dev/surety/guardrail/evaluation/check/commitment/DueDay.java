package dev.surety.guardrail.evaluation.check.commitment;

import dev.surety.guardrail.evaluation.Commitment.Due;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reckons when a promise falls due from what {@link Promise#due()} says and the day on which it is made. */
final class DueDay {
    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final int HOURS_OF_A_DAY = 24;
    /** Nobody means a promise further away by the letter; such a number is left to whoever reads it. */
    private static final int FURTHEST = 3660;

    private DueDay() {}

    /** The day, or the number of days; null where nothing is said or it is no day of the calendar. */
    static @Nullable Due of(String due, LocalDate made) {
        if (due.startsWith("P")) {
            return length(due, made);
        }
        return switch (due) {
            case "" -> null;
            case "today" -> on(made);
            case "tomorrow" -> on(made.plusDays(1));
            case "next-week" ->
                on(made.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).plusDays(4));
            default ->
                Character.isLetter(due.charAt(0))
                        ? on(made.with(TemporalAdjusters.nextOrSame(DayOfWeek.valueOf(due.toUpperCase(Locale.ROOT)))))
                        : date(due, made);
        };
    }

    private static @Nullable Due length(String due, LocalDate made) {
        int first = due.startsWith("PT") ? 2 : 1;
        int end = first;
        while (end < due.length() && Character.isDigit(due.charAt(end)) && end - first < 5) {
            end++;
        }
        if (end == first) {
            return null;
        }
        // A part of a unit counts as a whole one: half a day is due within the day.
        int number = Integer.parseInt(due.substring(first, end)) + (due.charAt(end) == '.' ? 1 : 0);
        if (number > FURTHEST) {
            return null;
        }
        if (due.startsWith("PT")) {
            return new Due(null, (number + HOURS_OF_A_DAY - 1) / HOURS_OF_A_DAY);
        }
        if (due.endsWith("M")) {
            return on(made.plusMonths(number));
        }
        return due.endsWith("/working") ? on(workingDays(made, number)) : new Due(null, number);
    }

    private static LocalDate workingDays(LocalDate made, int number) {
        LocalDate day = made;
        for (int left = number; left > 0; left -= WEEKEND.contains(day.getDayOfWeek()) ? 0 : 1) {
            day = day.plusDays(1);
        }
        return day;
    }

    private static @Nullable Due date(String due, LocalDate made) {
        int month = Integer.parseInt(due.substring(due.length() - 5, due.length() - 3));
        int day = Integer.parseInt(due.substring(due.length() - 2));
        if (month < 1 || day < 1) {
            return null;
        }
        Optional<Integer> year =
                due.startsWith("-") ? Optional.empty() : Optional.of(Integer.parseInt(due.substring(0, 4)));
        MonthDay said = MonthDay.of(month, Math.min(day, Month.of(month).maxLength()));
        LocalDate date = said.atYear(year.orElse(made.getYear()));
        return on(year.isEmpty() && date.isBefore(made) ? said.atYear(made.getYear() + 1) : date);
    }

    private static Due on(LocalDate day) {
        return new Due(day, null);
    }
}
