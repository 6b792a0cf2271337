package fr.maillage.member.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fr.maillage.access.Operation;
import fr.maillage.access.Subject;
import fr.maillage.base.SpaceId;
import fr.maillage.base.ui.Faces;
import fr.maillage.base.ui.SpaceSection;
import fr.maillage.member.People.Member;
import fr.maillage.member.People.MemberFilter;
import fr.maillage.member.People.Numbers;
import java.util.Optional;

/** In the head of a space: a few faces, how many people and organizations. */
@org.springframework.stereotype.Component
class FacesSection implements SpaceSection {

    private static final int FACES = 5;

    private final Desk desk;

    FacesSection(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Slot slot() {
        return Slot.HEADER;
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
    public Optional<Component> section(SpaceId space) {
        if (!desk.policy().may(Operation.SPACE_PEOPLE, Subject.of(space))) {
            return Optional.empty();
        }
        Numbers numbers = desk.people().numbersOf(space);
        Div people = new Div();
        if (numbers.people() > 0) {
            people.add(new Faces(desk.people().membersOf(space, MemberFilter.present(), null, FACES).stream()
                    .map(Member::name).distinct().toList()));
        }
        people.add(new Paragraph(people.getTranslation("member.directory.faces",
                people.getTranslation("member.directory.members", numbers.people()),
                people.getTranslation("member.directory.organizations.count", numbers.organizations()))));
        return Optional.of(people);
    }
}
