package fr.maillage.base.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Span;
import java.math.BigDecimal;

/** A sum of money. */
public class MoneyLabel extends Composite<Span> {

    private MoneyLabel() {
        getContent().addClassName("ml-money");
    }

    /** « 2 400 000 € ». */
    public static MoneyLabel full(BigDecimal amount) {
        MoneyLabel label = new MoneyLabel();
        label.getContent().setText(Formats.of(label).euros(amount));
        return label;
    }

    /** « 2 400 000 € HT ». */
    public static MoneyLabel beforeTax(BigDecimal amount) {
        MoneyLabel label = new MoneyLabel();
        label.getContent().setText(label.getTranslation("base.money.beforeTax", Formats.of(label).euros(amount)));
        return label;
    }

    /** « 2,4 M€ », the whole sum for those who listen or point. */
    public static MoneyLabel brief(BigDecimal amount) {
        MoneyLabel label = new MoneyLabel();
        Formats formats = Formats.of(label);
        label.getContent().setText(formats.shortEuros(amount));
        label.getContent().setTitle(formats.euros(amount));
        return label;
    }

    /** A sum this person may not see. */
    public static MoneyLabel reserved() {
        MoneyLabel label = new MoneyLabel();
        label.getContent().addClassName("reserved");
        label.getContent().setText(label.getTranslation("base.money.reserved"));
        return label;
    }
}
