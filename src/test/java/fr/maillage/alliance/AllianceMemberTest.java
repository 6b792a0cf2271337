package fr.maillage.alliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.maillage.access.SpaceKind;
import fr.maillage.base.Ids;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AllianceMemberTest {

    private static final SpaceId ALLIANCE = new SpaceId(Ids.next());
    private static final SpaceId TERRITORY = new SpaceId(Ids.next());
    private static final PersonId SOMEBODY = new PersonId(Ids.next());
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static AllianceMember proposal() {
        return AllianceMember.propose(ALLIANCE, TERRITORY, SpaceKind.TERRITORY, Side.MEMBER, SOMEBODY, NOW);
    }

    @Test
    void aProposalWaitsForTheOtherSide() {
        AllianceMember proposal = proposal();
        assertThat(proposal.state()).isEqualTo(MemberState.PROPOSED);
        assertThat(proposal.spaceOf(proposal.proposedSide())).isEqualTo(TERRITORY);
        assertThat(proposal.spaceOf(proposal.proposedSide().other())).isEqualTo(ALLIANCE);
    }

    @Test
    void acceptingTwiceChangesNothing() {
        AllianceMember proposal = proposal();
        proposal.accept(SOMEBODY, NOW, TODAY);
        proposal.accept(SOMEBODY, NOW, TODAY.plusDays(1));
        assertThat(proposal.state()).isEqualTo(MemberState.ACTIVE);
    }

    @Test
    void aProposalThatWasWithdrawnIsNotAcceptedAnyMore() {
        AllianceMember proposal = proposal();
        proposal.withdraw(SOMEBODY, NOW);
        assertThatThrownBy(() -> proposal.accept(SOMEBODY, NOW, TODAY))
                .isInstanceOfSatisfying(InvalidInput.class,
                        error -> assertThat(error.messageKey()).isEqualTo("alliance.proposal.closed"));
    }

    @Test
    void aMemberThatWasAcceptedIsNotDeclinedAnyMore() {
        AllianceMember proposal = proposal();
        proposal.accept(SOMEBODY, NOW, TODAY);
        assertThatThrownBy(() -> proposal.decline(SOMEBODY, NOW)).isInstanceOf(InvalidInput.class);
        assertThat(proposal.state()).isEqualTo(MemberState.ACTIVE);
    }

    @Test
    void onlyAMemberLeaves() {
        AllianceMember proposal = proposal();
        assertThatThrownBy(() -> proposal.leave(SOMEBODY, NOW, TODAY)).isInstanceOf(InvalidInput.class);
        proposal.accept(SOMEBODY, NOW, TODAY);
        proposal.leave(SOMEBODY, NOW, TODAY);
        proposal.leave(SOMEBODY, NOW, TODAY);
        assertThat(proposal.state()).isEqualTo(MemberState.LEFT);
    }

    @Test
    void anAllianceIsNoMemberOfItself() {
        assertThatThrownBy(() -> AllianceMember.propose(ALLIANCE, ALLIANCE, SpaceKind.ALLIANCE, Side.ALLIANCE,
                SOMEBODY, NOW)).isInstanceOf(InvalidInput.class);
    }
}
