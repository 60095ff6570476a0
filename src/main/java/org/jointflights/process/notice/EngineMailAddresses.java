package org.jointflights.process.notice;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.jointflights.application.notice.MailAddresses;
import org.jointflights.process.engine.AsSystem;
import org.springframework.stereotype.Component;

@Component
class EngineMailAddresses implements MailAddresses {

    private final IdentityService identities;
    private final AsSystem engine;

    EngineMailAddresses(IdentityService identities, AsSystem engine) {
        this.identities = identities;
        this.engine = engine;
    }

    @Override
    public List<String> of(String group) {
        List<User> members = engine.call(
                () -> identities.createUserQuery().memberOfGroup(group).unlimitedList());
        return members.stream()
                .flatMap(user -> Stream.ofNullable(user.getEmail()))
                .filter(address -> !address.isBlank())
                .sorted()
                .toList();
    }
}
