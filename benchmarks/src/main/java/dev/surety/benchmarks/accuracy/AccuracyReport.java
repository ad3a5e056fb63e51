package dev.surety.benchmarks.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Runs the baseline policy over a folder of public data sets and writes what came of it as Markdown: {@code
 * AccuracyReport <data folder> <report file>}. Exit code 2 when the arguments or the data are missing.
 */
public final class AccuracyReport {
    private AccuracyReport() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2 || !Files.isDirectory(Path.of(arguments[0]))) {
            System.err.println(
                    "accuracy: two arguments expected: a folder with the data sets, and the report to write");
            System.exit(2);
        }
        Datasets data = new Datasets(Path.of(arguments[0]));
        Baseline baseline = new Baseline();
        List<Table> tables = new ArrayList<>();
        List<BiFunction<Datasets, Baseline, List<Table>>> sections = List.of(
                PersonalData::tables,
                Injection::tables,
                RiskyWishes::tables,
                Grounding::tables,
                Toxicity::tables,
                OrdinaryTraffic::tables);
        for (var section : sections) {
            List<Table> made = section.apply(data, baseline);
            made.forEach(table -> System.out.println(table.markdown()));
            tables.addAll(made);
        }
        Files.writeString(Path.of(arguments[1]), document(baseline, tables));
    }

    private static String document(Baseline baseline, List<Table> tables) {
        StringBuilder document = new StringBuilder("""
                # Accuracy of the checks

                Written by `./benchmarks/run accuracy`, never by hand. Policy `%s@%d`, `%s`. The sets are public, were used while the
                checks were made, and are mostly English: read the figures as what the checks can do on texts of these kinds. In
                brackets: 95 %% intervals (Wilson for shares, bootstrap over groups for F2 and balanced accuracy).

                """.formatted(
                        baseline.policy().id(),
                        baseline.policy().version(),
                        baseline.policy().digest()));
        tables.forEach(table -> document.append(table.markdown()).append('\n'));
        return document.toString();
    }
}
