package fr.maillage.member.ui;

import com.vaadin.flow.component.Component;
import fr.maillage.access.Operation;
import fr.maillage.access.Subject;
import fr.maillage.base.SpaceId;
import fr.maillage.base.ui.SpaceSection;
import java.util.Optional;
import java.util.OptionalInt;

/** The tab with the people and organizations of a space, for those who may see who is there. */
@org.springframework.stereotype.Component
class DirectorySection implements SpaceSection {

    static final String TAB = "annuaire";
    private static final int MOST_SHOWN = 100;

    private final Desk desk;

    DirectorySection(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Slot slot() {
        return Slot.TAB;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public String labelKey() {
        return "member.directory";
    }

    @Override
    public String tab() {
        return TAB;
    }

    @Override
    public boolean offered(SpaceId space) {
        return desk.policy().may(Operation.SPACE_PEOPLE, Subject.of(space));
    }

    @Override
    public OptionalInt count(SpaceId space) {
        return offered(space) ? OptionalInt.of(Math.min(MOST_SHOWN, desk.people().numbersOf(space).people()))
                : OptionalInt.empty();
    }

    @Override
    public Optional<Component> section(SpaceId space) {
        return offered(space) ? Optional.of(new Directory(desk, space)) : Optional.empty();
    }
}
