package fr.maillage;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.RouteBaseData;
import com.vaadin.flow.router.RouteConfiguration;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The addresses of the application, from the routes it has registered. A parameter without values fails. */
final class Addresses {

    /** One day for the whole run: the same addresses before and after midnight. */
    private static final LocalDate IN_A_MONTH = LocalDate.now().plusDays(30);

    static final String VITRE = "200039022";
    static final String LORIENT = "200042174";
    static final String VENDOME = "200072072";

    private static final SpaceId VVV = SpaceId.ofAlliance("vvv");
    private static final Pattern PARAMETER = Pattern.compile(":([a-z]+)(?:\\?|\\*|\\([^)]*\\))*");

    private Addresses() {}

    /** Every address of every route, with each value of each parameter; identifiers are those given. */
    static List<String> of(List<UUID> ids, SpaceId space, PersonId pilot, String searched) {
        Map<String, List<String>> values = Map.of("id", ids.stream().map(UUID::toString).toList(),
                "siren", List.of(VITRE, LORIENT, VENDOME), "slug", List.of("vvv", "bretagne-sud"),
                "space", List.of(space.value().toString()), "token", List.of("rien"));
        String at = space.value().toString();
        List<String> lists = List.of("q=" + searched, "texte=" + searched, "espace=" + at, "alliance=" + VVV.value(),
                "theme=land-premises", "genre=competences", "sens=offres", "etat=closes", "etat=archives", "etat=draft",
                "tri=recentes", "vue=tableau", "vue=table", "avant=" + IN_A_MONTH, "contenu=fiches",
                "contenu=plans", "contenu=fiches&q=" + searched, "contenu=fiches&vue=tableau", "type=territory-project",
                "departement=35", "region=53", "pilote=" + pilot.value(), "statut=ongoing", "echeance=30");
        List<String> tabs = List.of("onglet=pratiques", "onglet=opportunites", "onglet=plans", "onglet=activite",
                "onglet=annuaire", "onglet=membres", "onglet=charte");
        // Every route is opened; those that read parameters, with each of them.
        Map<String, List<String>> queries = new HashMap<>(Map.of("opportunites", lists, "pratiques", lists, "plans", lists,
                "territoires", lists, "alliances", lists, "territoires/:siren", tabs, "alliances/:slug", tabs,
                "plans/:id", List.of("vue=statuts", "statut=in-progress"),
                "opportunites/nouvelle", List.of("espace=" + at), "pratiques/nouvelle", List.of("espace=" + at)));
        queries.put("textes/:id/historique", List.of("vue=auteurs", "a=maintenant"));
        queries.put("fiches/:id/historique", List.of("du=2020-01-01"));
        Set<String> all = new LinkedHashSet<>();
        for (String template : templates()) {
            List<String> filled = new ArrayList<>(List.of(template));
            Matcher parameter = PARAMETER.matcher(template);
            while (parameter.find()) {
                assertThat(values).as("a value for the parameter of " + template).containsKey(parameter.group(1));
                filled = filled.stream().flatMap(address -> values.get(parameter.group(1)).stream()
                        .map(value -> address.replace(parameter.group(), value))).toList();
            }
            for (String address : filled) {
                all.add(address);
                queries.getOrDefault(template, List.of()).forEach(query -> all.add(address + "?" + query));
            }
        }
        return List.copyOf(all);
    }

    private static Set<String> templates() {
        Set<String> templates = new LinkedHashSet<>();
        RouteConfiguration.forSessionScope().getAvailableRoutes().forEach(route -> {
            templates.add(route.getTemplate());
            route.getRouteAliases().stream().map(RouteBaseData::getTemplate).forEach(templates::add);
        });
        return templates;
    }
}
