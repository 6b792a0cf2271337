package fr.maillage.territory;

import java.util.regex.Pattern;

/** The name of a territory as it stands in menus and on maps: without what it is in law. */
final class ShortName {

    /** A small article links the legal form to the name; a capital one is part of it: “de La Rochelle” is “La Rochelle”. */
    private static final Pattern LEGAL = Pattern.compile(
            "^(communauté de communes|communauté d[’']agglomération|communauté urbaine|cc|ca|cu)\\s+"
                    + "((?-i:de l[’']|de la )|de |des |du |d[’'])?", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private ShortName() {}

    /** “Communauté de communes du Pays de Conches” is “Pays de Conches”. */
    static String of(String name) {
        String rest = LEGAL.matcher(name).replaceFirst("").strip();
        if (rest.isEmpty()) {
            return name;
        }
        String capital = rest.substring(0, 1).toUpperCase(java.util.Locale.FRENCH) + rest.substring(1);
        return capital.length() > 100 ? capital.substring(0, 100) : capital;
    }
}
