package fr.maillage.coediting.yjs;

/** Asks of an update whether all it builds on is in a document or in the update itself. Changes neither. */
final class Dependencies {

    private final SharedDocument document;
    private final Update update;

    Dependencies(SharedDocument document, Update update) {
        this.document = document;
        this.update = update;
    }

    boolean areHere() {
        for (Update.Block block : update.blocks.values()) {
            if (block.structs.getFirst().clock > document.state(block.client)) {
                return false;
            }
            for (Struct struct : block.structs) {
                if (struct instanceof Skip && struct.end() > document.state(struct.client)
                        || struct instanceof Item item && !areHere(item)) {
                    return false;
                }
            }
        }
        return update.deleted.byClient.entrySet().stream().allMatch(entry ->
                entry.getValue().stream().allMatch(range -> isHere(entry.getKey(), range.end() - 1)));
    }

    private boolean areHere(Item item) {
        return (!item.hasOrigin() || isHere(item.originClient, item.originClock))
                && (!item.hasRightOrigin() || isHere(item.rightOriginClient, item.rightOriginClock))
                && (!(item.home instanceof Item.Home.Inside(long client, int clock)) || isHere(client, clock));
    }

    private boolean isHere(long client, int clock) {
        if (clock < document.state(client)) {
            return true;
        }
        Update.Block block = update.blocks.get(client);
        return block != null && clock < block.structs.getLast().end();
    }
}
