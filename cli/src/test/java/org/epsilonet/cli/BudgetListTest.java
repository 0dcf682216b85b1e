package org.epsilonet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetListTest {
    @Test
    void doublesFromTo() {
        assertEquals(List.of(16, 32, 64, 128), BudgetList.of("16:128"));
        assertEquals(List.of(16, 32, 64), BudgetList.of("16:127"));
        assertEquals(21, BudgetList.of("1:1048576").size());
        assertEquals(List.of(7), BudgetList.of("7:7"));
    }

    @Test
    void takesAList() {
        assertEquals(List.of(16, 32, 100), BudgetList.of("100,16, 32,16"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "0:4", "16:", ":", "4:2", "1:2:3", "1,,2", "-1", "1048577", "99999999999"})
    void refusesOthers(String text) {
        String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> BudgetList.of(text))
                .getMessage());
        assertTrue(message.startsWith("--budgets " + text + ": "), message);
    }
}
