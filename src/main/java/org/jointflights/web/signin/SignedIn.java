package org.jointflights.web.signin;

import java.io.Serializable;

/** With which of somebody's passwords, counted from their first, the session began. */
record SignedIn(int passwordVersion) implements Serializable {}
