import { Controller, Get, Inject, NotFoundException, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../refusal.js';
import { LOG, type Log } from '../../spine.js';
import { newErrand, Provider, type Errand } from './provider.js';
import { signInProvided } from './provider-account.js';
import { Reception } from './reception.js';
import { hand, takeBack } from './sealed-notes.js';
import { Visit } from './visit.js';

const ERRAND_MINUTES = 10;

/** The way to the provider and back. Whatever goes wrong ends on the sign-in page, with a code that it has a sentence for. */
@Controller('sign-in/provider')
export class ProviderController {
  constructor(
    private readonly reception: Reception,
    private readonly provider: Provider,
    @Inject(LOG) private readonly log: Log,
  ) {}

  @Get()
  async leave(@Query('to') to: unknown, @Res() reply: FastifyReply): Promise<void> {
    this.mustExist();
    const visit = await Visit.of(this.reception, reply);
    const errand = newErrand(pathWithin(to), visit.now.getTime() + ERRAND_MINUTES * 60_000);
    try {
      const entrance = await this.provider.entrance(errand);
      // Lax: the way back begins on the provider's own page.
      visit.keep('errand', hand(this.reception.keyring, 'errand', errand), ERRAND_MINUTES * 60, 'lax');
      this.go(reply, entrance.href);
    } catch (fault) {
      this.log.error({ fault: codeOf(fault) }, 'the sign-in provider could not be reached');
      this.go(reply, this.within('/?sign-in=unreachable'));
    }
  }

  @Get('return')
  async comeBack(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    this.mustExist();
    const visit = await Visit.of(this.reception, reply);
    const errand = takeBack<Errand>(this.reception.keyring, 'errand', visit.read('errand'), visit.now);
    visit.keep('errand', '', 0, 'lax');
    this.go(reply, this.within(errand ? await this.arrive(visit, request.url, errand) : '/?sign-in=expired'));
  }

  @Get('end')
  async end(@Res() reply: FastifyReply): Promise<void> {
    this.mustExist();
    const exit = await this.provider.exit().catch(() => null);
    this.go(reply, exit?.href ?? this.within('/'));
  }

  private async arrive(visit: Visit, path: string, errand: Errand): Promise<string> {
    try {
      await signInProvided(visit, await this.provider.personBehind(path, errand));
      return errand.to;
    } catch (fault) {
      if (!(fault instanceof Refusal)) this.log.info({ fault: codeOf(fault) }, 'an answer of the sign-in provider was refused');
      return fault instanceof Refusal ? '/?sign-in=unknown' : '/?sign-in=refused';
    }
  }

  private mustExist(): void {
    if (!this.provider.isThere) throw new NotFoundException({ statusCode: 404, message: 'Not found.' });
  }

  private within(path: string): string {
    return `${this.reception.config.publicUrl}${path}`;
  }

  private go(reply: FastifyReply, address: string): void {
    void reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer').redirect(address, 302);
  }
}

/** What went wrong as a code: messages may repeat what the browser brought. */
const codeOf = (fault: unknown) => (fault instanceof Error ? ((fault as Error & { code?: string }).code ?? fault.name) : 'unknown');

/** A path of this product, whatever was asked for: it is only ever put behind the product's own address. */
const pathWithin = (to: unknown): string => (typeof to === 'string' && /^\/[\w\-./?=&#%]*$/.test(to) ? to : '/');
