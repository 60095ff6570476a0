package org.jointflights.persistence.system;

import java.sql.DatabaseMetaData;
import java.util.List;
import org.jointflights.application.system.Product;
import org.jointflights.application.system.Products;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

@Repository
class JdbcProducts implements Products {

    private final JdbcTemplate jdbc;

    JdbcProducts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Product> running() {
        ConnectionCallback<Product> asked = connection -> {
            DatabaseMetaData database = connection.getMetaData();
            return new Product(database.getDatabaseProductName(), database.getDatabaseProductVersion());
        };
        Product product = jdbc.execute(asked);
        return product == null ? List.of() : List.of(product);
    }
}
