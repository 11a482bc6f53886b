package io.cofound.moderation.learning;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cofound.moderation.classify.ModelCard;

/** Cards of models that nobody would train. */
final class CardOf {

    private CardOf() {}

    /** JSON of a card by which every text has enough risk to be held, and none to be rejected. */
    static String holdingEverything(ModelCard card, String version) {
        ObjectNode json = Json.read(Json.write(card), ObjectNode.class);
        json.put("version", version);
        ((ObjectNode) json.get("calibration")).put("holdAt", -1).put("rejectAt", 2);
        if (json.get("glance") instanceof ObjectNode glance) {
            glance.put("publishBelow", -1).put("rejectAbove", 2);
        }
        return json.toString();
    }
}
