package fr.maillage.base.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Arrays;

/**
 * The stripe at the top of a sheet, as on household linen: one thick and one thin line in the hue of a territory, one
 * line per member (six at most) for an alliance, the colours of the house elsewhere.
 */
public class Liteau extends Composite<Div> {

    private static final int MOST = 6;

    /**
     * @param hues none for the house, one for a territory, several for the members of an alliance in the order in
     *             which they joined
     */
    public Liteau(int... hues) {
        getContent().addClassName("ml-liteau");
        getContent().getElement().setAttribute("aria-hidden", "true");
        switch (hues.length) {
            case 0 -> {
                line("brand");
                line("brand-thread");
            }
            case 1 -> {
                line("thick").getElement().setAttribute("data-hue", String.valueOf(hues[0]));
                line("thin").getElement().setAttribute("data-hue", String.valueOf(hues[0]));
            }
            default -> Arrays.stream(hues).limit(MOST)
                    .forEach(hue -> line("member").getElement().setAttribute("data-hue", String.valueOf(hue)));
        }
    }

    private Span line(String className) {
        Span line = new Span();
        line.addClassName(className);
        getContent().add(line);
        return line;
    }
}
