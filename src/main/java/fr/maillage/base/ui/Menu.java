package fr.maillage.base.ui;

import com.vaadin.flow.component.menubar.MenuBar;

/** A bar of menus whose button for what does not fit is named in the language of the person. */
public class Menu extends MenuBar {

    private static final long serialVersionUID = 1;

    /** An empty one. */
    public Menu() {
        setI18n(new MenuBarI18n().setMoreOptions(getTranslation("base.menu.more")));
    }
}
