package dev.surety.guardrail.evaluation.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.surety.guardrail.StandardChecks;
import dev.surety.guardrail.evaluation.Check;
import dev.surety.guardrail.evaluation.CheckSettings;
import dev.surety.guardrail.evaluation.Exchange;
import dev.surety.guardrail.evaluation.Finding;
import dev.surety.guardrail.evaluation.Reach;
import dev.surety.guardrail.evaluation.check.text.SentenceStarts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Streams release text on the strength of what checks declare as their reach; here every check keeps its word. */
class ReachPropertyTest {
    private static final Collection<Check> CHECKS = StandardChecks.catalogue().all();
    private static final String QUESTION = "Which account is it, and should I sell?";
    private static final List<String> PASSAGES = List.of("Our hotline is 030 901820.");

    /** Where a finding lies and what it is; its score only where no other finding can raise it. */
    private record Place(String category, int start, int end, int score) {}

    @Property(tries = 300)
    void checksThatDoNotReadTheAnswerSayTheSameWhateverItIs(@ForAll("answers") String answer) {
        for (Check check : CHECKS) {
            if (check.reach(CheckSettings.NONE) instanceof Reach.Nothing) {
                assertThat(check.examine(exchange(answer), CheckSettings.NONE))
                        .as(check.name())
                        .isEqualTo(check.examine(exchange("."), CheckSettings.NONE));
            }
        }
    }

    @Property(tries = 500)
    void aPartOfTheAnswerAsLongAsTheReachShowsTheSameFindings(@ForAll("answers") String answer) {
        List<Integer> starts = starts(answer);
        for (Check check : CHECKS) {
            switch (check.reach(CheckSettings.NONE)) {
                case Reach.Sentence(int before, int behind, boolean addsUp) ->
                    compare(check, answer, starts, before, behind, addsUp);
                case Reach.Within(int characters, boolean addsUp) ->
                    compare(check, answer, starts, characters, characters, addsUp);
                case Reach.Nothing _, Reach.Whole _ -> {}
            }
        }
    }

    private static void compare(
            Check check, String answer, List<Integer> starts, int before, int behind, boolean addsUp) {
        Set<Place> all = places(check, answer, 0, addsUp);
        for (int i = 0; i + 1 < starts.size(); i++) {
            int from = starts.get(i);
            int to = starts.get(i + 1);
            int first = starts.stream()
                    .filter(start -> start <= from - before)
                    .reduce((one, other) -> other)
                    .orElse(0);
            int end = Math.min(answer.length(), to + behind);
            assertThat(within(places(check, answer.substring(first, end), first, addsUp), from, to))
                    .as("%s in %d..%d of %s", check.name(), from, to, answer)
                    .isEqualTo(within(all, from, to));
        }
    }

    private static Set<Place> within(Set<Place> places, int from, int to) {
        return places.stream()
                .filter(place -> place.start() >= from && place.start() < to)
                .collect(Collectors.toSet());
    }

    private static Set<Place> places(Check check, String answer, int offset, boolean addsUp) {
        return check.examine(exchange(answer), CheckSettings.NONE).findings().stream()
                .filter(finding -> finding.path().equals(Exchange.RESPONSE_PATH))
                .map(finding -> place(finding, offset, addsUp))
                .collect(Collectors.toSet());
    }

    private static Place place(Finding finding, int offset, boolean addsUp) {
        return new Place(
                finding.category(),
                finding.start() + offset,
                finding.end() + offset,
                addsUp ? 0 : finding.scorePerMille());
    }

    private static List<Integer> starts(String answer) {
        SentenceStarts sentences = new SentenceStarts();
        sentences.scan(answer);
        List<Integer> starts = new ArrayList<>();
        for (int at = answer.length(); at > 0; at = starts.getFirst() - 1) {
            starts.addFirst(sentences.atOrBefore(at));
        }
        if (starts.isEmpty() || starts.getFirst() != 0) {
            starts.addFirst(0);
        }
        starts.add(answer.length());
        return starts;
    }

    private static Exchange exchange(String answer) {
        return Samples.answers(answer, QUESTION, PASSAGES);
    }

    @Provide
    Arbitrary<String> answers() {
        Arbitrary<String> said = Arbitraries.of(
                "4556 7375 8689 9855",
                "DE89 3704 0044 0532 0130 00",
                "DE89.3704.0044.0532.0130.00",
                "+49 151 23456789",
                "030 901820",
                "(415) 555-2671",
                "my phone number is",
                "My SSN is",
                "078-05-1120",
                "123 456 7881",
                "a@b.example",
                "Great!anna@mail.example",
                "192.168.17.4",
                "firmware",
                "You should sell your shares",
                "I would sell the fund and",
                "Sie sollten Ihr Festgeld unbedingt in ETFs stecken",
                "Vous devriez vendre vos actions",
                "not",
                "stop taking the tablets",
                "in general",
                "Dr",
                "No",
                "z. B",
                "👩‍👩‍👧‍👦",
                "مرحبا",
                "e\u0301",
                "12",
                "7");
        Arbitrary<String> between = Arbitraries.of(
                " ", " ", " ", ". ", ". ", "! ", "? ", "?\" ", ".\n", "; ", ", ", ".", "!", ".\" ", ": ", " - ");
        return said.list()
                .ofMinSize(1)
                .ofMaxSize(10)
                .flatMap(parts -> between.list().ofSize(parts.size()).map(gaps -> joined(parts, gaps)));
    }

    private static String joined(List<String> parts, List<String> gaps) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            text.append(parts.get(i)).append(gaps.get(i));
        }
        return text.toString();
    }
}
