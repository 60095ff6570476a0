package org.jointflights.process.approval;

import org.jointflights.application.approval.FreezePlan;
import org.jointflights.application.approval.SignPlan;
import org.jointflights.domain.approval.SigningRole;
import org.jointflights.process.engine.TaskForm;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The seven signing tasks. */
@Configuration(proxyBeanMethods = false)
class SigningForms {

    private final SignPlan signatures;
    private final FreezePlan versions;
    private final SigningDocumentOnForm sheets;

    SigningForms(SignPlan signatures, FreezePlan versions, SigningDocumentOnForm sheets) {
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
