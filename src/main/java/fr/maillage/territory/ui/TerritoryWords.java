package fr.maillage.territory.ui;

import fr.maillage.base.Translator;
import fr.maillage.territory.LegalType;
import fr.maillage.territory.Territory;
import fr.maillage.territory.TerritoryLine;

/** How a territory is told in one line. */
final class TerritoryWords {

    private TerritoryWords() {}

    /** “Communauté d’agglomération, Ille-et-Vilaine (Bretagne). 46 communes, 82 956 habitants.” */
    static String facts(Territory territory, Translator words) {
        return words.translate("territory.facts", kind(territory.legalType(), words), territory.department().name(),
                territory.region().name(), communes(territory.communes(), words),
                inhabitants(territory.population(), words));
    }

    static String kind(LegalType type, Translator words) {
        return words.translate(type.messageKey());
    }

    static String area(TerritoryLine line, Translator words) {
        return words.translate("territory.find.inDepartment", line.department().name(), line.department().code());
    }

    static String communes(int number, Translator words) {
        return words.translate("territory.communes", number);
    }

    static String inhabitants(int number, Translator words) {
        return words.translate("territory.inhabitants", number);
    }

    /** “d’Évron”, “du Mans”, “des Herbiers”, “de La Ferrière”: a name after the French word for “of”. */
    static String of(String name) {
        if (name.startsWith("Le ")) {
            return "du " + name.substring(3);
        }
        if (name.startsWith("Les ")) {
            return "des " + name.substring(4);
        }
        // A lone capital Y is said “i grec”; before a further consonant it is a vowel.
        return "AEIOUYÀÂÄÉÈÊËÎÏÔÖÙÛÜŒÆ".indexOf(name.charAt(0)) >= 0 && name.length() > 1
                && !(name.charAt(0) == 'Y' && "aeiou".indexOf(name.charAt(1)) >= 0) ? "d’" + name : "de " + name;
    }
}
