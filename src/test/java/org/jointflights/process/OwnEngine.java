package org.jointflights.process;

import org.camunda.bpm.BpmPlatform;
import org.camunda.bpm.admin.Admin;
import org.camunda.bpm.admin.impl.DefaultAdminRuntimeDelegate;
import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.cockpit.impl.DefaultCockpitRuntimeDelegate;
import org.camunda.bpm.container.RuntimeContainerDelegate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.tasklist.Tasklist;
import org.camunda.bpm.tasklist.impl.DefaultTasklistRuntimeDelegate;
import org.camunda.bpm.welcome.Welcome;
import org.camunda.bpm.welcome.impl.DefaultWelcomeRuntimeDelegate;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Camunda's web applications ask one place for the whole virtual machine which engine is called “default”. The contexts of
 * several tests live there at once, and the last that began, or ended, would answer for all.
 */
public class OwnEngine extends AbstractTestExecutionListener {

    @Override
    public void prepareTestInstance(TestContext test) {
        ProcessEngine own = test.getApplicationContext()
                .getBeanProvider(ProcessEngine.class)
                .getIfAvailable();
        if (own == null) {
            return;
        }
        ProcessEngine known = BpmPlatform.getProcessEngineService().getProcessEngine(own.getName());
        RuntimeContainerDelegate all = RuntimeContainerDelegate.INSTANCE.get();
        if (known != null && known != own) {
            all.unregisterProcessEngine(known);
        }
        if (known != own) {
            all.registerProcessEngine(own);
        }
        // A second register, the one that Camunda's addresses ask with a name.
        ProcessEngines.registerProcessEngine(own);
        giveTheWebApplicationsBackWhatAnotherContextTookAlong();
    }

    /** Whichever context closes first empties these for all. */
    private static void giveTheWebApplicationsBackWhatAnotherContextTookAlong() {
        if (Cockpit.getRuntimeDelegate() == null) {
            Cockpit.setCockpitRuntimeDelegate(new DefaultCockpitRuntimeDelegate());
        }
        if (Admin.getRuntimeDelegate() == null) {
            Admin.setAdminRuntimeDelegate(new DefaultAdminRuntimeDelegate());
        }
        if (Tasklist.getRuntimeDelegate() == null) {
            Tasklist.setTasklistRuntimeDelegate(new DefaultTasklistRuntimeDelegate());
        }
        if (Welcome.getRuntimeDelegate() == null) {
            Welcome.setRuntimeDelegate(new DefaultWelcomeRuntimeDelegate());
        }
    }
}
