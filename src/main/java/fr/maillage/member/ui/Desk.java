package fr.maillage.member.ui;

import fr.maillage.access.AccessPolicy;
import fr.maillage.access.Spaces;
import fr.maillage.base.Today;
import fr.maillage.member.InvitationMails;
import fr.maillage.member.Invitations;
import fr.maillage.member.MembershipService;
import fr.maillage.member.Organizations;
import fr.maillage.member.People;
import org.springframework.stereotype.Component;

/** What the parts of the directory ask of the feature, handed on as one. */
@Component
record Desk(People people, Organizations organizations, MembershipService memberships, Invitations invitations,
        InvitationMails invitationMails, AccessPolicy policy, Spaces spaces, Today today) {}
