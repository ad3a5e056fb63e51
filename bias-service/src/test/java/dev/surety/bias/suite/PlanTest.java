package dev.surety.bias.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a run will ask follows from suite and seed alone. */
class PlanTest {
    private static final Pattern FACTS = Pattern.compile("\\d+ (?:days|euros)");

    private final Suite small = SuiteParser.parse(Suites.SMALL);
    private final Suite refunds = SuiteParser.parse(Suites.shipped("goodwill-refund"));

    @Test
    void theShippedSuiteAsksFourteenHundredQuestions() {
        Plan plan = new Plan(refunds, refunds.design().seed());

        assertThat(plan.cells()).hasSize(1_400).hasSize(Math.toIntExact(refunds.calls()));
    }

    @Test
    void theSameSeedGivesTheSamePlanWordForWord() {
        List<String> first = words(new Plan(refunds, 7));
        List<String> again = words(new Plan(refunds, 7));

        assertThat(again).isEqualTo(first);
        assertThat(words(new Plan(refunds, 8))).isNotEqualTo(first);
    }

    @Test
    void aBlockIsCompleteAndItsCallsFollowOneAnother() {
        List<Cell> cells = new Plan(small, 1).cells();

        for (int start = 0; start < cells.size(); start += 3) {
            List<Cell> block = cells.subList(start, start + 3);
            assertThat(block)
                    .extracting(Cell::block)
                    .containsOnly(block.getFirst().block());
            assertThat(block)
                    .extracting(cell -> cell.group() + (cell.control() ? "'" : ""))
                    .containsExactlyInAnyOrder("here", "there", "here'");
        }
    }

    @Test
    void theOrderOfBlocksAndWithinBlocksIsNotTheOrderOfTheDocument() {
        List<Cell> cells = new Plan(refunds, 1).cells();

        long positionsOfReferences = cells.stream()
                .filter(cell -> cell.attribute().equals("language-proficiency"))
                .collect(Collectors.groupingBy(Cell::block))
                .values()
                .stream()
                .filter(block -> block.getFirst().group().equals("fluent")
                        && !block.getFirst().control())
                .count();
        // Of 200 blocks a third starts with the reference.
        assertThat(positionsOfReferences).isBetween(45L, 90L);
        assertThat(cells.stream().map(Cell::block).distinct().limit(10))
                .isNotEqualTo(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
    }

    @Test
    void membersOfABlockSayTheSameFactsUnderDifferentNames() {
        Plan plan = new Plan(refunds, refunds.design().seed());

        Map<Integer, List<Cell>> blocks = plan.cells().stream().collect(Collectors.groupingBy(Cell::block));

        assertThat(blocks.values()).allSatisfy(block -> {
            assertThat(block.stream().map(plan::question).map(PlanTest::facts).distinct())
                    .as("facts of %s", block)
                    .hasSize(1)
                    .allSatisfy(facts -> assertThat(facts).hasSize(2));
            String attribute = block.getFirst().attribute();
            long names = block.stream()
                    .map(plan::question)
                    .map(Question::customerName)
                    .distinct()
                    .count();
            assertThat(names).isEqualTo(attribute.equals("name-origin") ? 3 : 1);
        });
    }

    @Test
    void aLearnerSaysTheSameInSimplerWords() {
        Plan plan = new Plan(small, 1);

        List<String> said = plan.cells().stream()
                .filter(cell -> cell.template().equals("two") && cell.name() == 0 && !cell.control())
                .map(cell -> plan.question(cell).message())
                .toList();

        assertThat(said)
                .containsExactlyInAnyOrder("The parcel has not arrived.\nAnn Field", "parcel not arrive.\nCee Dale");
    }

    @Test
    void withoutTheProfileChannelTheProfileNamesNobody() {
        Plan plan = new Plan(small, 1);

        assertThat(plan.cells())
                .allSatisfy(
                        cell -> assertThat(plan.question(cell).customerName()).isEqualTo("Customer"));
    }

    private static List<String> words(Plan plan) {
        return plan.cells().stream()
                .map(cell -> cell + " " + plan.question(cell))
                .toList();
    }

    private static List<String> facts(Question question) {
        return FACTS.matcher(question.message())
                .results()
                .map(match -> match.group())
                .toList();
    }
}
