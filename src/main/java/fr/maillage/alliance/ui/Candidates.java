package fr.maillage.alliance.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import fr.maillage.alliance.AllianceSummary;
import fr.maillage.alliance.Alliances;
import fr.maillage.base.SpaceId;
import fr.maillage.territory.Territories;
import fr.maillage.territory.TerritoryHit;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds the territories and alliances that a few typed letters mean, for the fields in which one chooses a space. */
@Component
class Candidates {

    private static final int MOST = 20;

    private final Alliances alliances;
    private final Territories territories;

    Candidates(Alliances alliances, Territories territories) {
        this.alliances = alliances;
        this.territories = territories;
    }

    /** A field for any territory or alliance but these. */
    ComboBox<Candidate> spaces(Set<SpaceId> except) {
        return field(typed -> Stream.concat(
                alliances.list(typed, null, MOST).stream().map(Candidates::of),
                territories.search(typed, MOST).stream().map(Candidates::of)).toList(), except);
    }

    /** A field for any alliance but these. */
    ComboBox<Candidate> alliances(Set<SpaceId> except) {
        return field(typed -> alliances.list(typed, null, MOST).stream().map(Candidates::of).toList(), except);
    }

    private static ComboBox<Candidate> field(Search search, Set<SpaceId> except) {
        ComboBox<Candidate> field = new ComboBox<>();
        field.setItemLabelGenerator(Candidate::label);
        field.setPageSize(2 * MOST);
        field.setItems(query -> {
            String typed = query.getFilter().orElse("");
            int offset = query.getOffset();
            List<Candidate> found = search.find(typed).stream().filter(one -> !except.contains(one.id())).toList();
            return found.stream().skip(offset).limit(query.getLimit());
        });
        return field;
    }

    private static Candidate of(AllianceSummary alliance) {
        return new Candidate(alliance.id(), alliance.shortName(), alliance.kind());
    }

    private static Candidate of(TerritoryHit hit) {
        return new Candidate(hit.territory().id(), hit.territory().name(), hit.commune().isEmpty()
                ? hit.territory().department().name() : hit.commune() + ", " + hit.territory().department().name());
    }

    @FunctionalInterface
    private interface Search {
        List<Candidate> find(String typed);
    }
}
