package fr.maillage.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RankTest {

    @Test
    void thereIsAlwaysAPlaceBetweenTwoOthers() {
        Random random = new Random(7);
        List<String> places = new ArrayList<>(List.of(Rank.between(null, null)));
        for (int i = 0; i < 2_000; i++) {
            int at = random.nextInt(places.size() + 1);
            String low = at == 0 ? null : places.get(at - 1);
            String high = at == places.size() ? null : places.get(at);
            places.add(at, Rank.between(low, high));
        }
        assertThat(places).isSorted().doesNotHaveDuplicates().noneMatch(place -> place.endsWith("0"))
                .allMatch(place -> place.length() < Rank.LONGEST);
    }

    @Test
    void aThousandAdditionsAtTheEndStayShort() {
        String place = null;
        for (int i = 0; i < 1_000; i++) {
            String next = Rank.between(place, null);
            assertThat(next).isGreaterThan(place == null ? "" : place).hasSizeLessThanOrEqualTo(4);
            place = next;
        }
    }

    @Test
    void theStartOfAListTakesMoreToo() {
        String place = Rank.between(null, null);
        for (int i = 0; i < 200; i++) {
            String before = Rank.between(null, place);
            assertThat(before).isLessThan(place);
            place = before;
        }
    }

    @Test
    void neighboursInTheWrongOrderAreAMistakeOfTheCaller() {
        assertThatIllegalArgumentException().isThrownBy(() -> Rank.between("b", "a"));
        assertThatIllegalArgumentException().isThrownBy(() -> Rank.between("a", "a"));
    }
}
