package fr.maillage.member.ui;

import com.vaadin.flow.i18n.I18NProvider;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Refused;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.ui.Notices;
import fr.maillage.member.MembershipMoved;

/** Does something a coordinator decided, and says what became of it. */
final class Act {

    private Act() {}

    /**
     * @param sentence what is true once it is done
     * @param after    what is shown anew, also when somebody else was faster
     * @return whether it was done
     */
    static boolean run(Runnable act, String sentence, Runnable after) {
        try {
            act.run();
        } catch (Refused refused) {
            Notices.error(I18NProvider.translate(refused.messageKey()));
            return false;
        } catch (InvalidInput invalid) {
            Notices.error(I18NProvider.translate(invalid.messageKey(), invalid.arguments()));
            return false;
        } catch (MembershipMoved | NotVisible moved) {
            Notices.error(I18NProvider.translate("member.moved"));
            after.run();
            return false;
        }
        Notices.success(sentence);
        after.run();
        return true;
    }
}
