/** What was done, by whom and when: the trail, the completed tasks, the notices that go out. */
@NullMarked
package org.jointflights.application.work;

import org.jspecify.annotations.NullMarked;
