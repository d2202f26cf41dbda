// PostGraphile 5 as its guide sets it up: Amber preset, pgSettings from a verified JWT, row-level security in PostgreSQL.
import { createSecretKey } from 'node:crypto';
import http from 'node:http';
import jwt from 'jsonwebtoken';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';

// A string would cost jsonwebtoken a failed PEM parse for each request.
const key = createSecretKey(Buffer.from(process.env.JWT_SECRET));
const product = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({ connectionString: process.env.DATABASE_URL, schemas: ['plain'], poolConfig: { max: 12 } })],
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
  grafast: {
    explain: false,
    context({ node }) {
      if (!node?.req) return {};
      const { role, sub } = jwt.verify(node.req.headers.authorization.slice(7), key, { algorithms: ['HS256'] });
      return { pgSettings: { role: `bench_${role.toLowerCase()}`, 'app.staff_id': sub, search_path: 'plain' } };
    },
  },
});
const server = http.createServer();
await product.createServ(grafserv).addTo(server);
server.listen(process.env.PORT, '127.0.0.1');
