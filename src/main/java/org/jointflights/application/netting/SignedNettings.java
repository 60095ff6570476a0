package org.jointflights.application.netting;

import java.util.List;
import org.jointflights.domain.netting.Netting;

/** The nettings with what was signed of them. */
public interface SignedNettings {

    /** The newest first. */
    List<Netting> all();
}
