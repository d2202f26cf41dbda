// NestJS as its tutorials write it: Express, Apollo, TypeORM's entities and repositories, CASL in memory, DataLoader.
import 'reflect-metadata';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { JwtModule } from '@nestjs/jwt';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { ENTITIES } from './entities.js';
import { loadersOn } from './loaders.js';
import { RESOLVERS } from './resolvers.js';

@Module({
  imports: [
    JwtModule.register({ global: true, secret: process.env.JWT_SECRET }),
    TypeOrmModule.forRoot({ type: 'postgres', url: process.env.DATABASE_URL, schema: 'plain', entities: ENTITIES, extra: { max: 12 } }),
    GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      inject: [DataSource],
      useFactory: (database: DataSource) => ({
        autoSchemaFile: true,
        context: ({ req }: { req: unknown }) => ({ req, loaders: loadersOn(database) }),
      }),
    }),
  ],
  providers: RESOLVERS,
})
class AppModule {}

const app = await NestFactory.create(AppModule, { logger: ['error', 'warn'] });
await app.listen(Number(process.env.PORT), '127.0.0.1');
