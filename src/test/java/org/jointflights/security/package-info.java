/** Attacks on the running application over HTTP: each test is named after what somebody once got through with. */
package org.jointflights.security;
