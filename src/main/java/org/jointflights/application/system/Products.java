package org.jointflights.application.system;

import java.util.List;

/** What the application runs on: each of what it runs on answers for itself. */
public interface Products {

    List<Product> running();
}
