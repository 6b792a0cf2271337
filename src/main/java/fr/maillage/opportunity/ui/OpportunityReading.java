package fr.maillage.opportunity.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fr.maillage.base.Theme;
import fr.maillage.base.ui.Formats;
import fr.maillage.base.ui.KeyFigures;
import fr.maillage.base.ui.Prose;
import fr.maillage.base.ui.Section;
import fr.maillage.base.ui.Tag;
import fr.maillage.opportunity.OpportunityContent;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What every reader of an opportunity sees, posted or not yet, and nothing to act on. */
class OpportunityReading extends Composite<Div> {

    private static final int LONGEST_FIGURE = 22;
    private static final int MOST_FIGURES = 3;

    /** @param outcome what was said when it was closed, or an empty text */
    OpportunityReading(OpportunityContent content, String outcome, LocalDate today) {
        Paragraph summary = new Paragraph(content.summary());
        summary.addClassName("ml-lead");
        KeyFigures figures = new KeyFigures();
        DescriptionList rest = new DescriptionList();
        rest.addClassName("ml-fields");
        int count = 0;
        for (DetailWords.Fact fact : DetailWords.facts(content.kind(), content.details())) {
            if (fact.value().length() <= LONGEST_FIGURE && count < MOST_FIGURES) {
                figures.figure(fact.label(), fact.value(), "");
                count++;
            } else {
                rest.getElement().appendChild(fact(fact).getElement());
            }
        }
        deadline(figures, content.deadline(), today);
        Div all = getContent();
        all.add(summary, figures);
        if (rest.getElement().getChildCount() > 0) {
            all.add(rest);
        }
        if (!outcome.isEmpty()) {
            Paragraph note = new Paragraph(outcome);
            note.addClassName("ml-note");
            all.add(note);
        }
        if (!content.body().isEmpty()) {
            all.add(new Section(getTranslation("opportunity.body"), new Prose(content.body())));
        }
        if (!content.themes().isEmpty()) {
            Div themes = new Div();
            themes.addClassNames("ml-row", "ml-wrap", "ml-top-28");
            for (Theme theme : content.themes()) {
                themes.add(new Tag(getTranslation(theme.messageKey())));
            }
            all.add(themes);
        }
    }

    private void deadline(KeyFigures figures, @Nullable LocalDate deadline, LocalDate today) {
        String label = getTranslation("opportunity.answerBefore");
        if (deadline == null) {
            figures.figure(label, getTranslation("base.noDate"), "");
            return;
        }
        Formats formats = Formats.current();
        figures.figure(label, formats.shortDate(deadline, today), deadline.isBefore(today)
                ? getTranslation("opportunity.deadlineOver") : formats.relative(deadline, today));
    }

    private static Div fact(DetailWords.Fact fact) {
        DescriptionList.Term label = new DescriptionList.Term(fact.label());
        label.addClassName("label");
        DescriptionList.Description value = new DescriptionList.Description(fact.value());
        value.addClassName("value");
        Div group = new Div(label, value);
        group.addClassName("ml-field");
        return group;
    }
}
