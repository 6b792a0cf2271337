package fr.maillage.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.maillage.base.InvalidInput;
import fr.maillage.base.Theme;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpportunityContentTest {

    @Test
    void everyFacetIsDifferentAndFitsInSixteen() {
        Set<Integer> facets = Stream.of(Direction.values()).flatMap(direction -> Stream.of(OpportunityKind.values())
                .map(kind -> OpportunityContent.facet(direction, kind))).collect(Collectors.toSet());
        assertThat(facets).containsExactlyInAnyOrderElementsOf(IntStream.range(0, 16).boxed().toList());
    }

    @Test
    void keysOfFieldsAreUniqueWithinAKind() {
        for (OpportunityKind kind : OpportunityKind.values()) {
            assertThat(kind.fields()).isNotEmpty();
            assertThat(kind.fields().stream().map(KindField::key)).doesNotHaveDuplicates();
        }
    }

    @Test
    void fieldsOfAKindAreKeptInTheirTypesAndThoseOfOthersAreLeftOut() {
        Details details = Details.ofKeys(OpportunityKind.PREMISES, Map.of("surface", 2400, "price", 7.2, "priceUnit",
                "€/m²/mois", "availableFrom", LocalDate.of(2027, 4, 1), "trade", "soudeur"));
        assertThat(details.number(KindField.SURFACE)).contains(new BigDecimal("2.4E+3"));
        assertThat(details.number(KindField.PRICE)).contains(new BigDecimal("7.2"));
        assertThat(details.date(KindField.AVAILABLE_FROM)).contains(LocalDate.of(2027, 4, 1));
        assertThat(details.values()).doesNotContainKey(KindField.TRADE);
    }

    @Test
    void detailsComeBackFromTheirDocumentAsTheyWere() {
        Details details = Details.ofKeys(OpportunityKind.FUNDING, Map.of("amountMin", 20_000, "amountMax", "200000",
                "rate", 40, "eligible", "« Ateliers » <script>alert(1)</script> \\ \" 😀"));
        DetailsDocument document = new DetailsDocument();
        assertThat(document.convertToEntityAttribute(document.convertToDatabaseColumn(details))).isEqualTo(details);
    }

    @Test
    void wrongFieldsAreNamed() {
        assertRefused("surface", OpportunityKind.PREMISES, Map.of("surface", -1));
        assertRefused("surface", OpportunityKind.PREMISES, Map.of("surface", "12,5"));
        assertRefused("surface", OpportunityKind.PREMISES, Map.of("surface", 12.5));
        assertRefused("price", OpportunityKind.PREMISES, Map.of("price", "1e999999999"));
        assertRefused("price", OpportunityKind.PREMISES, Map.of("price", "1e-999999999"));
        assertRefused("availableFrom", OpportunityKind.PREMISES, Map.of("availableFrom", "2027-02-31"));
        assertRefused("availableFrom", OpportunityKind.PREMISES, Map.of("availableFrom", LocalDate.of(20226, 1, 1)));
        assertRefused("rate", OpportunityKind.FUNDING, Map.of("rate", 101));
        assertRefused("amountMax", OpportunityKind.FUNDING, Map.of("amountMin", 10, "amountMax", 9));
        assertRefused("trade", OpportunityKind.SKILLS, Map.of("trade", "x".repeat(201)));
    }

    private static void assertRefused(String field, OpportunityKind kind, Map<String, ?> given) {
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> Details.ofKeys(kind, given))
                .satisfies(why -> assertThat(why.field()).isEqualTo(field));
    }

    @Test
    void textsAreRequiredBoundedAndOnOneLine() {
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> content(" ", "résumé", ""))
                .satisfies(why -> assertThat(why.field()).isEqualTo("title"));
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> content("titre", "", ""))
                .satisfies(why -> assertThat(why.field()).isEqualTo("summary"));
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> content("titre", "x".repeat(241), ""))
                .satisfies(why -> assertThat(why.field()).isEqualTo("summary"));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> content("titre", "résumé", "x".repeat(10_000_000)))
                .satisfies(why -> assertThat(why.field()).isEqualTo("body"));
        assertThat(content("un\ntitre", "deux\n\nlignes", "").title()).isEqualTo("un titre");
    }

    private static OpportunityContent content(String title, String summary, String body) {
        return new OpportunityContent(Direction.OFFER, OpportunityKind.PREMISES, title, summary, body, Details.none(),
                Set.of(Theme.LAND_PREMISES), null);
    }
}
