package fr.maillage.alliance;

import fr.maillage.access.AccessChanged;
import fr.maillage.access.AccessPolicy;
import fr.maillage.access.AuditLog;
import fr.maillage.access.CurrentViewer;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Operation;
import fr.maillage.access.Refused;
import fr.maillage.access.SpaceKind;
import fr.maillage.access.Spaces;
import fr.maillage.access.Subject;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything that changes alliances. Each act is checked, recorded, and takes effect on everybody's rights as soon as
 * it is committed. Acts on memberships take their turn: what two people do at once cannot close a circle.
 */
@Service
public class AllianceService {

    private static final Set<MemberState> OPEN = Set.of(MemberState.PROPOSED, MemberState.ACTIVE);

    private final AllianceRepository alliances;
    private final AllianceMemberRepository members;
    private final CharterVersionRepository charters;
    private final AllianceQueries queries;
    private final AllianceRegistration registration;
    private final Spaces spaces;
    private final AccessPolicy policy;
    private final CurrentViewer viewer;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Today today;

    AllianceService(AllianceRepository alliances, AllianceMemberRepository members, CharterVersionRepository charters,
            AllianceQueries queries, AllianceRegistration registration, Spaces spaces, AccessPolicy policy,
            CurrentViewer viewer, AuditLog audit, ApplicationEventPublisher events, Today today) {
        this.alliances = alliances;
        this.members = members;
        this.charters = charters;
        this.queries = queries;
        this.registration = registration;
        this.spaces = spaces;
        this.policy = policy;
        this.viewer = viewer;
        this.audit = audit;
        this.events = events;
        this.today = today;
    }

    /**
     * Founds an alliance in the name of a space that the acting person coordinates; it is its first member.
     *
     * @throws InvalidInput on {@code shortName} when another alliance has that address
     */
    @Transactional
    public SpaceId create(AllianceDraft draft, Charter charter, SpaceId foundingMember) {
        queries.lockGraph();
        policy.require(Operation.PROPOSE_MEMBER, Subject.of(foundingMember));
        Spaces.Space founder = spaces.find(foundingMember).orElseThrow(NotVisible::new);
        Alliance alliance = Alliance.found(draft);
        if (alliances.existsBySlug(alliance.slug())) {
            throw new InvalidInput("shortName", "alliance.slug.taken");
        }
        PersonId person = viewer.person();
        alliances.save(alliance);
        charters.save(alliance.adopt(charter, today.date(), today.date(), person, today.now()));
        members.save(AllianceMember.founding(alliance.space(), foundingMember, founder.kind(), person, today.date(),
                today.now()));
        registration.register(alliance);
        audit.record(Operation.PROPOSE_MEMBER, "space", alliance.space().value(), alliance.space(),
                "founded " + alliance.slug() + " for " + founder.name());
        events.publishEvent(new AllianceFounded(alliance.space(), foundingMember, person));
        events.publishEvent(new AccessChanged());
        return alliance.space();
    }

    /**
     * Changes what the alliance is called and what is said of it.
     *
     * @throws Refused for those who do not coordinate it
     */
    @Transactional
    public void present(SpaceId id, AllianceDraft draft) {
        policy.require(Operation.EDIT_SETTINGS, Subject.of(id));
        Alliance alliance = alliance(id);
        alliance.present(draft);
        registration.register(alliance);
        audit.record(Operation.EDIT_SETTINGS, "space", id.value(), id, "presentation changed");
    }

    /**
     * Proposes that a territory or an alliance become a member; the coordinators of the other side answer.
     *
     * @param side in whose name: {@link Side#ALLIANCE} invites, {@link Side#MEMBER} asks to join
     * @throws InvalidInput on {@code member}: already a member, already proposed, itself, or it would close a circle
     */
    @Transactional
    public UUID propose(SpaceId alliance, SpaceId member, Side side) {
        queries.lockGraph();
        policy.require(Operation.PROPOSE_MEMBER, Subject.of(side == Side.ALLIANCE ? alliance : member));
        alliance(alliance);
        SpaceKind kind = spaces.find(member).orElseThrow(NotVisible::new).kind();
        members.findByAllianceAndMemberAndStateIn(alliance.value(), member.value(), OPEN).ifPresent(open -> {
            throw new InvalidInput("member", open.state() == MemberState.ACTIVE ? "alliance.member.already"
                    : open.proposedSide() == side ? "alliance.proposal.already" : "alliance.proposal.fromOther");
        });
        AllianceMember proposal =
                AllianceMember.propose(alliance, member, kind, side, viewer.person(), today.now());
        refuseCircle(proposal);
        members.save(proposal);
        told(Operation.PROPOSE_MEMBER, proposal, side);
        return proposal.id();
    }

    /**
     * The other side says yes: the rights that the charter gives are there at once.
     *
     * @throws NotVisible   for those who coordinate neither side
     * @throws Refused      on the side that proposed
     * @throws InvalidInput when the proposal was declined or withdrawn meanwhile, or would now close a circle
     */
    @Transactional
    public void accept(UUID proposalId) {
        AllianceMember proposal = answering(proposalId);
        if (proposal.state() == MemberState.ACTIVE) {
            return;
        }
        refuseCircle(proposal);
        proposal.accept(viewer.person(), today.now(), today.date());
        registration.register(alliance(proposal.alliance()));
        told(Operation.ACCEPT_MEMBER, proposal, proposal.proposedSide().other());
        events.publishEvent(new AccessChanged());
    }

    /** The other side says no. Errors as for {@link #accept}. */
    @Transactional
    public void decline(UUID proposalId) {
        AllianceMember proposal = answering(proposalId);
        if (proposal.state() == MemberState.DECLINED) {
            return;
        }
        proposal.decline(viewer.person(), today.now());
        told(Operation.ACCEPT_MEMBER, proposal, proposal.proposedSide().other());
    }

    /**
     * The side that proposed takes it back.
     *
     * @throws Refused on the other side, which may decline instead
     */
    @Transactional
    public void withdraw(UUID proposalId) {
        queries.lockGraph();
        AllianceMember proposal = concerning(proposalId);
        policy.require(Operation.PROPOSE_MEMBER, Subject.of(proposal.spaceOf(proposal.proposedSide())));
        if (proposal.state() == MemberState.WITHDRAWN) {
            return;
        }
        proposal.withdraw(viewer.person(), today.now());
        told(Operation.PROPOSE_MEMBER, proposal, proposal.proposedSide());
    }

    /**
     * A member leaves, on its own decision or on that of the alliance; what the charter gave its people ends at once,
     * what they wrote stays.
     *
     * @throws Refused for those who coordinate neither side
     */
    @Transactional
    public void leave(UUID membershipId) {
        queries.lockGraph();
        AllianceMember membership = members.findById(membershipId).orElseThrow(NotVisible::new);
        if (membership.state() != MemberState.ACTIVE) {
            membership = concerning(membershipId);
        }
        boolean byMember = policy.may(Operation.LEAVE_ALLIANCE, Subject.of(membership.member()));
        if (!byMember) {
            policy.require(Operation.LEAVE_ALLIANCE, Subject.of(membership.alliance()));
        }
        if (membership.state() == MemberState.LEFT) {
            return;
        }
        membership.leave(viewer.person(), today.now(), today.date());
        registration.register(alliance(membership.alliance()));
        told(Operation.LEAVE_ALLIANCE, membership, byMember ? Side.MEMBER : Side.ALLIANCE);
        events.publishEvent(new AccessChanged());
    }

    /**
     * Adopts the next version of the charter.
     *
     * @param basedOn the number of the version that was on the screen
     * @return the number of the version now latest; {@code basedOn} when nothing was changed
     * @throws InvalidInput on {@code text} when somebody adopted another version meanwhile, or on the field at fault
     */
    @Transactional
    public int editCharter(SpaceId id, int basedOn, Charter charter, LocalDate effectiveFrom) {
        queries.lockGraph();
        policy.require(Operation.EDIT_CHARTER, Subject.of(id));
        Alliance alliance = alliance(id);
        AdoptedCharter latest = queries.charters(id, 1).getFirst();
        if (latest.charter().equals(charter)) {
            return latest.no();
        }
        if (alliance.charterNo() != basedOn) {
            throw new InvalidInput("text", "alliance.charter.changedMeanwhile");
        }
        PersonId person = viewer.person();
        charters.save(alliance.adopt(charter, effectiveFrom, today.date(), person, today.now()));
        audit.record(Operation.EDIT_CHARTER, "space", id.value(), id, "charter " + alliance.charterNo() + " from "
                + effectiveFrom + ": " + charter.roles() + ", businesses hidden " + charter.hidesBusinesses()
                + ", default audience " + charter.defaultAudience() + ", readable after leaving "
                + charter.readableAfterLeaving());
        events.publishEvent(new CharterAdopted(id, alliance.charterNo(), person));
        events.publishEvent(new AccessChanged());
        return alliance.charterNo();
    }

    private Alliance alliance(SpaceId id) {
        return alliances.findById(id.value()).orElseThrow(NotVisible::new);
    }

    /** The proposal, for somebody who coordinates the side that answers it. */
    private AllianceMember answering(UUID proposalId) {
        queries.lockGraph();
        AllianceMember proposal = concerning(proposalId);
        Subject answering = Subject.of(proposal.spaceOf(proposal.proposedSide().other()));
        if (!policy.may(Operation.ACCEPT_MEMBER, answering)) {
            throw new Refused(Operation.ACCEPT_MEMBER, "alliance.refused.ownProposal");
        }
        return proposal;
    }

    /** A proposal exists only for the coordinators of the two sides. */
    private AllianceMember concerning(UUID proposalId) {
        AllianceMember proposal = members.findById(proposalId).orElseThrow(NotVisible::new);
        if (!policy.may(Operation.ACCEPT_MEMBER, Subject.of(proposal.alliance()))
                && !policy.may(Operation.ACCEPT_MEMBER, Subject.of(proposal.member()))) {
            throw new NotVisible();
        }
        return proposal;
    }

    private void refuseCircle(AllianceMember link) {
        if (link.memberKind() == SpaceKind.ALLIANCE && queries.belongs(link.alliance(), link.member())) {
            throw new InvalidInput("member", "alliance.member.circle");
        }
    }

    private void told(Operation operation, AllianceMember link, Side by) {
        String member = spaces.find(link.member()).map(Spaces.Space::name).orElse("");
        audit.record(operation, "space", link.member().value(), link.alliance(),
                link.state() + " by the side of the " + by + ": " + member);
        events.publishEvent(new AllianceMemberChanged(link.alliance(), link.member(), link.state(), by,
                viewer.person()));
    }
}
