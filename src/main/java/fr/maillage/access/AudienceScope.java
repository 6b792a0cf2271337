package fr.maillage.access;

import fr.maillage.base.OrganizationId;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;

/** To whom a grant is made. */
public sealed interface AudienceScope {

    /** The people of a space, whether by membership or through a charter. */
    record Space(SpaceId id) implements AudienceScope {}

    /** Every member of the network who is signed in. */
    record Network() implements AudienceScope {}

    /** Anyone, without an account. */
    record Public() implements AudienceScope {}

    record Person(PersonId id) implements AudienceScope {}

    /** The people whose active membership is for that organization. */
    record Organization(OrganizationId id) implements AudienceScope {}
}
