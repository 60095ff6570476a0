package org.jointflights.process.settlement;

import org.jointflights.process.ProcessTest;

/** What the tests of the settlement share that need no browser. */
@ProcessTest
abstract class SettlementCase extends SettlementFixture {}
