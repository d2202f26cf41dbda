import { Controller, Get, Inject, ServiceUnavailableException } from '@nestjs/common';
import { Readiness } from '../../operations/readiness.js';

/** For whoever watches the process: alive while it answers at all, ready while people can be sent here. */
@Controller('health')
export class HealthController {
  constructor(@Inject(Readiness) private readonly readiness: Readiness) {}

  @Get('live')
  live() {
    return { product: 'tsunagi', live: true };
  }

  /** 200 while people can work here, degraded or not; 503 otherwise. Each part is named, with what is the matter. */
  @Get('ready')
  async ready() {
    const standing = await this.readiness.standing();
    if (!standing.ready) throw new ServiceUnavailableException({ product: 'tsunagi', ...standing });
    return { product: 'tsunagi', ...standing };
  }
}
