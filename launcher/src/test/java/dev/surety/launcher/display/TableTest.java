package dev.surety.launcher.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void makesEachColumnAsWideAsItsWidestCell() {
        Table table =
                new Table().row("name", "action").row("card number", "redact").row("Größe", "allow");

        assertThat(table.lines()).containsExactly("name         action", "card number  redact", "Größe        allow");
    }

    @Test
    void refusesARowOfAnotherWidth() {
        Table table = new Table().row("one", "two");

        assertThatThrownBy(() -> table.row("alone"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a row of 1 cells in a table of 2 columns");
    }
}
