package fr.maillage.opportunity;

import java.util.Arrays;
import java.util.List;

/** What an opportunity is about. The order is stored in facets: only ever add at the end, eight at most. */
public enum OpportunityKind {
    FUNDING, PREMISES, SKILLS, MARKET, POOLED_SERVICE, EQUIPMENT, CO_INVESTMENT, PILOT_SITE;

    /** The fields that opportunities of this kind have, in the order of the form. */
    public List<KindField> fields() {
        return Arrays.stream(KindField.values()).filter(field -> field.kinds().contains(this)).toList();
    }

    public String messageKey() {
        return "opportunity.kind." + name();
    }
}
