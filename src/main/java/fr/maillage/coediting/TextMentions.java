package fr.maillage.coediting;

import fr.maillage.access.ItemRef;
import fr.maillage.base.PersonId;
import java.util.List;

/**
 * Whom one may name in the texts of an item: the same people as wherever else one speaks of it, so whoever keeps what is
 * said answers. Telling those who are named is theirs too ({@link LiveTextChanged#named}).
 */
public interface TextMentions {

    /** Somebody who may be named; {@code detail} tells namesakes apart. */
    record Nameable(PersonId person, String name, String detail) {}

    /**
     * People who see the item and whose card whoever acts may see.
     *
     * @param typed the beginning of a name; with less than two letters, those who take part already
     * @throws fr.maillage.access.NotVisible when the item is not meant for whoever acts
     * @throws fr.maillage.access.Refused    when they may say nothing about it
     */
    List<Nameable> find(ItemRef item, String typed);
}
