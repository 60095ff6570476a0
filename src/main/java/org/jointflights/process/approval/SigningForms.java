package org.jointflights.process.approval;

import org.jointflights.application.approval.Signatures;
import org.jointflights.application.approval.Versions;
import org.jointflights.domain.approval.SigningRole;
import org.jointflights.process.engine.TaskForm;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The seven signing tasks. */
@Configuration(proxyBeanMethods = false)
class SigningForms {

    private final Signatures signatures;
    private final Versions versions;
    private final SheetOnForm sheets;

    SigningForms(Signatures signatures, Versions versions, SheetOnForm sheets) {
        this.signatures = signatures;
        this.versions = versions;
        this.sheets = sheets;
    }

    @Bean
    TaskForm signDecisionForFrontexForm() {
        return form("userTask_signDecisionForFrontex", SigningRole.DECISION_FOR_FRONTEX);
    }

    @Bean
    TaskForm signDecisionForStateForm() {
        return form("userTask_signDecisionForState", SigningRole.DECISION_FOR_STATE);
    }

    @Bean
    TaskForm signPlanForm() {
        return form("userTask_signPlan", SigningRole.FINANCE);
    }

    @Bean
    TaskForm confirmLegalBasisForm() {
        return form("userTask_confirmLegalBasis", SigningRole.LEGAL);
    }

    @Bean
    TaskForm giveRightsOpinionForm() {
        return form("userTask_giveRightsOpinion", SigningRole.RIGHTS_OPINION);
    }

    @Bean
    TaskForm signAsManagerForm() {
        return form("userTask_signAsManager", SigningRole.MANAGER);
    }

    @Bean
    TaskForm giveGoForm() {
        return form("userTask_giveGo", SigningRole.GO);
    }

    private TaskForm form(String task, SigningRole role) {
        return new SigningForm(task, role, signatures, versions, sheets);
    }
}
