package fr.maillage.alliance;

import fr.maillage.access.Attention;
import fr.maillage.access.AttentionPoint;
import fr.maillage.access.AttentionPoint.Need;
import fr.maillage.access.Spaces;
import fr.maillage.base.PersonId;
import fr.maillage.base.Phrase;
import fr.maillage.base.SpaceId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Proposals of alliance that wait for the yes or no of whoever coordinates the side that answers. */
@Component
class AllianceAttention implements Attention {

    private final Alliances alliances;
    private final Spaces spaces;

    AllianceAttention(Alliances alliances, Spaces spaces) {
        this.alliances = alliances;
        this.spaces = spaces;
    }

    @Override
    @Transactional(readOnly = true)
    public List<AttentionPoint> pointsFor(PersonId person, int limit) {
        List<Membership> proposals = alliances.proposalsToAnswer();
        Map<SpaceId, Spaces.Space> named = spaces.find(proposals.stream()
                .flatMap(proposal -> Stream.of(proposal.alliance(), proposal.member())).distinct().toList());
        return proposals.stream().map(proposal -> point(proposal, named)).limit(limit)
                .toList();
    }

    private static AttentionPoint point(Membership proposal, Map<SpaceId, Spaces.Space> named) {
        String alliance = named.get(proposal.alliance()).shortName();
        String member = named.get(proposal.member()).shortName();
        boolean toAlliance = proposal.proposedSide() == Side.MEMBER;
        Spaces.Space mine = named.get(proposal.answeredBy());
        return new AttentionPoint(Need.DECIDE, "git-merge",
                toAlliance ? Phrase.of("alliance.attention.asks", member, alliance)
                        : Phrase.of("alliance.attention.invited", member, alliance),
                Phrase.of("alliance.attention.reason", mine.shortName()),
                named.get(proposal.alliance()).path() + "?onglet=membres", null, "alliance.attention.answer",
                proposal.proposedFrom());
    }
}
