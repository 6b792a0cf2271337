package fr.maillage.plan.ui;

import fr.maillage.access.ItemDirectory;
import fr.maillage.access.ItemDirectory.Card;
import fr.maillage.access.Lists;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Names the practice an action was taken up from, if whoever reads may see it, without knowing what a practice is. */
@Component
class Origins {

    private final ObjectProvider<ItemDirectory> directories;
    private final Lists lists;

    Origins(ObjectProvider<ItemDirectory> directories, Lists lists) {
        this.directories = directories;
        this.lists = lists;
    }

    Optional<Card> card(UUID item) {
        List<UUID> visible = lists.visible(Set.of(item));
        return visible.isEmpty() ? Optional.empty()
                : directories.stream().map(directory -> directory.cards(visible).get(item)).filter(Objects::nonNull)
                        .findFirst();
    }
}
